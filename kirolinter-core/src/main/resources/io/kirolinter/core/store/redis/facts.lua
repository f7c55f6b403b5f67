-- The facts of runs that are over: put in front of the scripts that end one.
-- A member begins with 46 characters that tell when the run was made, and its id.
local function keep_facts(run, facts, state)
  local plan, entry, made = nil, nil, {}
  local all = redis.call('HGETALL', run)
  for i = 1, #all, 2 do
    if all[i] == 'facts' then
      plan = all[i + 1]
    elseif all[i] == 'entry' then
      entry = all[i + 1]
    elseif string.sub(all[i], 1, 5) == 'made:' then
      made[#made + 1] = all[i + 1]
    end
  end
  if not plan then
    return 'factless'
  end
  redis.call('ZADD', facts, 0, string.sub(entry, 1, 46) .. plan .. '|' .. state .. '|' .. table.concat(made, ';'))
  return 'kept'
end
