-- Makes a run known to those who do not know its repository.
-- KEYS: entries by id, newest, living, repositories   ARGV: id, entry, over, repository
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known and known ~= ARGV[2] then
  return {'exists'}
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[2], 0, ARGV[2])
redis.call('SADD', KEYS[4], ARGV[4])
if ARGV[3] == '0' then
  redis.call('ZADD', KEYS[3], 0, ARGV[2])
end
return {'added'}
