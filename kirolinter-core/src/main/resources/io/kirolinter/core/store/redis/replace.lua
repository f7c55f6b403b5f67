-- Replaces a value that is still as expected; again is as good as once.
-- KEYS: a hash   ARGV: field, expected, next
local now = redis.call('HGET', KEYS[1], ARGV[1])
if now == ARGV[2] then
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
  now = ARGV[3]
end
return {now}
