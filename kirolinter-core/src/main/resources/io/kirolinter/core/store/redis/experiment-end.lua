-- KEYS: experiment, results   ARGV: how many results, status, end, the status in which it can end, writer and call
local known = redis.call('HMGET', KEYS[1], 'status', 'call')
if known[2] == ARGV[5] then
  return {'ended'}
end
if known[1] ~= ARGV[4] or redis.call('LLEN', KEYS[2]) ~= tonumber(ARGV[1]) then
  return {'refused'}
end
redis.call('HSET', KEYS[1], 'status', ARGV[2], 'ended', ARGV[3], 'call', ARGV[5])
return {'ended'}
