-- The facts of runs that are over: put in front of the scripts that end one.
-- A member begins with 46 characters that tell when the run was made, and its id.
local function keep_facts(run, facts, days, state)
  local known = redis.call('HMGET', run, 'facts', 'entry', 'made')
  if not known[1] then
    return 'factless'
  end
  local parts = {}
  for field in (known[3] or ''):gmatch('(.-)\n\n') do
    local part = redis.call('HGET', run, 'facts:' .. field)
    if part then
      parts[#parts + 1] = part
    end
  end
  day_changes(days, known[2])
  redis.call('ZADD', facts, 0, known[2]:sub(1, 46) .. known[1] .. '|' .. state .. '|' .. table.concat(parts, ';'))
  return 'kept'
end
