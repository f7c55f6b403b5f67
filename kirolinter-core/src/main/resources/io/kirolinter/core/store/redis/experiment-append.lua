-- KEYS: experiment, results   ARGV: number, JSON, the status in which results are added
local number = tonumber(ARGV[1])
local length = redis.call('LLEN', KEYS[2])
if number <= length then
  return {redis.call('LINDEX', KEYS[2], number - 1) == ARGV[2] and 'there' or 'other'}
end
if number ~= length + 1 or redis.call('HGET', KEYS[1], 'status') ~= ARGV[3] then
  return {'refused'}
end
redis.call('RPUSH', KEYS[2], ARGV[2])
return {'there'}
