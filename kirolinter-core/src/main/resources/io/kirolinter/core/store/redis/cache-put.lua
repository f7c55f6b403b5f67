-- KEYS: entries   ARGV: how long, then the value of each
for i = 1, #KEYS do
  redis.call('SET', KEYS[i], ARGV[i + 1], 'PX', ARGV[1])
end
return {}
