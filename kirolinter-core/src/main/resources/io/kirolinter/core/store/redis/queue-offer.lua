-- Of each repository one run is in the stream, or parked: its front. The others stand in line behind it.
-- KEYS: entries, fronts, line, stream   ARGV: run, repository, body
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known then
  return {known}
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
if redis.call('HSETNX', KEYS[2], ARGV[2], ARGV[1]) == 1 then
  append(KEYS[4], KEYS[1], ARGV[1])
else
  redis.call('RPUSH', KEYS[3], ARGV[1])
end
return {ARGV[3]}
