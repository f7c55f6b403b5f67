-- KEYS: experiment, results   ARGV: number, result
local number = tonumber(ARGV[1])
local results = redis.call('LLEN', KEYS[2])
if number == results + 1 and redis.call('HGET', KEYS[1], 'status') == 'RUNNING' then
  redis.call('RPUSH', KEYS[2], ARGV[2])
  return {'there'}
end
if number >= 1 and redis.call('LINDEX', KEYS[2], number - 1) == ARGV[2] then
  return {'there'}
end
return {'refused'}
