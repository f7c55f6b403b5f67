-- KEYS: entries by id, newest, living   ARGV: id
local entry = redis.call('HGET', KEYS[1], ARGV[1])
if entry then
  redis.call('ZREM', KEYS[2], entry)
  redis.call('ZREM', KEYS[3], entry)
  redis.call('HDEL', KEYS[1], ARGV[1])
end
return {}
