-- KEYS: observations of a kind, kinds   ARGV: kind, then the members to delete
local deleted = redis.call('ZREM', KEYS[1], unpack(ARGV, 2))
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('SREM', KEYS[2], ARGV[1])
end
return {deleted}
