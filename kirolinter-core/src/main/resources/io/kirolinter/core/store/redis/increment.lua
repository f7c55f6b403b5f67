-- A call that arrives twice counts once.
-- KEYS: counters, call, observed, kinds, position   ARGV: pattern, how long to remember, counter, by, how long a call may be repeated
local before = redis.call('GET', KEYS[2])
if before then
  return {before}
end
redis.call('HINCRBY', KEYS[1], ARGV[3], ARGV[4])
local value = redis.call('HGET', KEYS[1], ARGV[3])
redis.call('SET', KEYS[2], value, 'PX', ARGV[5])
remember(KEYS[4], ARGV[1], {KEYS[1], KEYS[3], KEYS[5]}, ARGV[2])
return {value}
