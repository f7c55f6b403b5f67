-- Who works on a run: put in front of the scripts that claim.
-- A call that arrives twice gets the same answer; one that a later call has overtaken gets nothing.
local function claim(run, changing, runs, id, owner, writer, call, now, ends)
  local known = redis.call('HMGET', run, 'status', 'over', 'effect', 'owner', 'token', 'expires', 'claimer', 'claim')
  if not known[1] then
    return {'unknown'}
  end
  if known[2] == '1' then
    return {'over', known[1]}
  end
  if known[7] == writer and known[8] == call and known[4] == owner then
    return {'granted', known[5], known[6]}
  end
  if known[4] and known[4] ~= owner and tonumber(known[6]) > tonumber(now) then
    return {'busy', id, known[4], known[6]}
  end
  if known[7] == writer and tonumber(known[8]) > tonumber(call) then
    return {'overtaken'}
  end
  if known[3] == 'CHANGES' then
    local rival = redis.call('GET', changing)
    if rival and rival ~= id then
      local held = redis.call('HMGET', runs .. rival, 'owner', 'expires')
      if held[1] and tonumber(held[2]) > tonumber(now) then
        return {'busy', rival, held[1], held[2]}
      end
      -- Its time is over: from here on it can write nothing.
      redis.call('HDEL', runs .. rival, 'owner')
    end
    redis.call('SET', changing, id)
  end
  local token = string.format('%d', redis.call('HINCRBY', run, 'token', 1))
  redis.call('HSET', run, 'owner', owner, 'expires', ends, 'claimer', writer, 'claim', call)
  return {'granted', token, ends}
end
