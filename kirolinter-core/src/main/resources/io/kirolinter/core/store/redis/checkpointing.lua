-- One compare-and-set with the fencing token, and one write: put in front of the scripts that write a checkpoint.
-- A call that arrives twice is taken once, and one that was overtaken by a later call of the same process is
-- refused: calls are text that sorts by its last 16 digits. Where cancelled is REFUSE, nothing is written to a run
-- that is to stop. Each value that is passed or written costs about a microsecond: there is none without need.
-- KEYS: run
-- ARGV: owner, token, call, state, cancelled, and from first on, if there is an artifact, its field, its JSON and,
-- if it is of a type that has any, its facts, which may be empty
local function checkpoint(first)
  local known = redis.call('HMGET', KEYS[1], 'owner', 'token', 'call', 'cancel', 'made')
  local last, call = known[3], ARGV[3]
  if last == call then
    return 'known'
  end
  if known[1] ~= ARGV[1] or known[2] ~= ARGV[2] then
    return 'lost'
  end
  if last and last > call and last:sub(1, -17) == call:sub(1, -17) then
    return 'lost'
  end
  if known[4] and ARGV[5] == 'REFUSE' then
    return 'cancelled'
  end
  local field = ARGV[first]
  local facts = ARGV[first + 2]
  if facts and facts ~= '' then
    redis.call('HSET', KEYS[1], 'call', call, 'state', ARGV[4], 'made', made(known[5], field), field, ARGV[first + 1],
      'facts:' .. field, facts)
  elseif field then
    redis.call('HSET', KEYS[1], 'call', call, 'state', ARGV[4], 'made', made(known[5], field), field, ARGV[first + 1])
    if facts then -- last: a full server refuses the first write of a script only, and would let the rest through
      redis.call('HDEL', KEYS[1], 'facts:' .. field)
    end
  else
    redis.call('HSET', KEYS[1], 'call', call, 'state', ARGV[4])
  end
  return 'kept'
end
