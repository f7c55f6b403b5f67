-- KEYS: observed, kinds, position, counters   ARGV: pattern
for _, kind in ipairs(redis.call('SMEMBERS', KEYS[2])) do
  redis.call('DEL', ARGV[1] .. kind)
end
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4])
return {}
