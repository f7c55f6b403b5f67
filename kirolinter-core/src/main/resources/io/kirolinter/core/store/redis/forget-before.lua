-- KEYS: observed, kinds   ARGV: pattern, oldest as a number, oldest as text
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[2])
local deleted = 0
for _, kind in ipairs(redis.call('SMEMBERS', KEYS[2])) do
  if string.sub(kind, 1, 8) ~= 'lasting-' then
    deleted = deleted + redis.call('ZREMRANGEBYLEX', ARGV[1] .. kind, '-', '(' .. ARGV[3])
  end
  if redis.call('EXISTS', ARGV[1] .. kind) == 0 then
    redis.call('SREM', KEYS[2], kind)
  end
end
return {deleted}
