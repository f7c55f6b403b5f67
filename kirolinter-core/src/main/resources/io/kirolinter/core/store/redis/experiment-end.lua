-- A call that arrives twice ends it once, and is told so twice.
-- KEYS: experiment, results   ARGV: how many results, status, end, call
local known = redis.call('HMGET', KEYS[1], 'status', 'call')
if known[2] == ARGV[4] then
  return {'ended'}
end
if known[1] ~= 'RUNNING' or redis.call('LLEN', KEYS[2]) ~= tonumber(ARGV[1]) then
  return {'refused'}
end
redis.call('HSET', KEYS[1], 'status', ARGV[2], 'ended', ARGV[3], 'call', ARGV[4])
return {'ended'}
