-- A call that arrives twice gets the turn twice.
-- KEYS: turns   ARGV: chore, now, interval, call
local last = redis.call('HGET', KEYS[1], ARGV[1])
if last then
  local at, call = string.match(last, '^(%S+) (%S+)$')
  if call == ARGV[4] then
    return {'taken'}
  end
  local past = tonumber(ARGV[2]) - tonumber(at)
  if past >= 0 and past < tonumber(ARGV[3]) then
    return {'waits'}
  end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ' ' .. ARGV[4])
return {'taken'}
