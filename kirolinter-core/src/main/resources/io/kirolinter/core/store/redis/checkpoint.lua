-- One compare-and-set with the fencing token. A call that arrives twice is taken once, and one that
-- was overtaken by a later call of the same process is refused. Where cancelled is REFUSE, nothing is
-- written to a run that is to stop.
-- KEYS: run, changing, living, artifacts, order, facts
-- ARGV: id, owner, token, writer, call, state, status, over, cancelled, facts of the state [, artifact's step
-- and type, its JSON, its facts]
local known = redis.call('HMGET', KEYS[1], 'owner', 'token', 'writer', 'call', 'entry', 'cancel')
if known[3] == ARGV[4] and known[4] == ARGV[5] then
  return {'kept'}
end
if known[1] ~= ARGV[2] or known[2] ~= ARGV[3] then
  return {'lost'}
end
if known[3] == ARGV[4] and tonumber(known[4]) > tonumber(ARGV[5]) then
  return {'lost'}
end
if ARGV[9] == 'REFUSE' and known[6] then
  return {'cancelled'}
end
redis.call('HSET', KEYS[1], 'writer', ARGV[4], 'call', ARGV[5], 'state', ARGV[6], 'status', ARGV[7], 'over', ARGV[8])
if ARGV[11] then
  if redis.call('HSET', KEYS[4], ARGV[11], ARGV[12]) == 1 then
    redis.call('RPUSH', KEYS[5], ARGV[11])
  end
  if ARGV[13] ~= '' then
    redis.call('HSET', KEYS[1], 'made:' .. ARGV[11], ARGV[13])
  else
    redis.call('HDEL', KEYS[1], 'made:' .. ARGV[11])
  end
end
if ARGV[8] == '1' then
  redis.call('HDEL', KEYS[1], 'owner')
  redis.call('ZREM', KEYS[3], known[5])
  if redis.call('GET', KEYS[2]) == ARGV[1] then
    redis.call('DEL', KEYS[2])
  end
  return {keep_facts(KEYS[1], KEYS[6], ARGV[10])}
end
return {'kept'}
