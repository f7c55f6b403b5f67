-- KEYS: run   ARGV: owner, token, ends
local known = redis.call('HMGET', KEYS[1], 'owner', 'token', 'expires')
if known[1] ~= ARGV[1] or known[2] ~= ARGV[2] then
  return {'lost'}
end
if tonumber(known[3]) >= tonumber(ARGV[3]) then
  return {'held', known[3]}
end
redis.call('HSET', KEYS[1], 'expires', ARGV[3])
return {'held', ARGV[3]}
