-- KEYS: observed, kinds, position, counters
-- ARGV: pattern, how long to remember, idempotency key, now, then kind, time and JSON of each
if redis.call('ZADD', KEYS[1], 'NX', ARGV[4], ARGV[3]) == 0 then
  return {'known'}
end
for i = 5, #ARGV, 3 do
  local position = string.format('%016x', redis.call('INCR', KEYS[3]))
  redis.call('ZADD', ARGV[1] .. ARGV[i], 0, ARGV[i + 1] .. position .. ARGV[i + 2])
  redis.call('SADD', KEYS[2], ARGV[i])
end
remember(KEYS[2], ARGV[1], {KEYS[1], KEYS[3], KEYS[4]}, ARGV[2])
return {'new'}
