-- KEYS: run, changing   ARGV: id, owner, token
local known = redis.call('HMGET', KEYS[1], 'owner', 'token')
if known[1] == ARGV[2] and known[2] == ARGV[3] then
  redis.call('HDEL', KEYS[1], 'owner')
  if redis.call('GET', KEYS[2]) == ARGV[1] then
    redis.call('DEL', KEYS[2])
  end
end
return {'released'}
