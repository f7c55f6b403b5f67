-- KEYS: turns   ARGV: chore, now and interval in milliseconds, writer and call
local last = redis.call('HGET', KEYS[1], ARGV[1])
if last then
  local at, call = string.match(last, '^(%d+) (.*)$')
  if call == ARGV[4] then
    return {'taken'}
  end
  local age = tonumber(ARGV[2]) - tonumber(at)
  if age >= 0 and age < tonumber(ARGV[3]) then
    return {'gone'}
  end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ' ' .. ARGV[4])
return {'taken'}
