-- Gives out what a lost worker left, or else the oldest entry; the same again to a call that arrives twice.
-- KEYS: stream, entries, parked, held, call
-- ARGV: group, worker, idle, now, how long a call may be repeated, how long an idle worker is known
local before = redis.call('HMGET', KEYS[5], 'token', 'body')
if before[1] then
  return before
end
for _, run in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', ARGV[4])) do
  redis.call('ZREM', KEYS[3], run)
  append(KEYS[1], KEYS[2], run)
end
if redis.call('EXISTS', KEYS[1]) == 0 then
  return {}
end
redis.pcall('XGROUP', 'CREATE', KEYS[1], ARGV[1], '0') -- an error says that it is there
if redis.call('XGROUP', 'CREATECONSUMER', KEYS[1], ARGV[1], ARGV[2]) == 1 then
  for _, consumer in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
    if consumer[4] == 0 and consumer[6] > tonumber(ARGV[6]) then
      redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], consumer[2])
    end
  end
end
local found = {}
-- XAUTOCLAIM would only look at the first few entries that are held.
local lost = redis.call('XPENDING', KEYS[1], ARGV[1], 'IDLE', ARGV[3], '-', '+', 1)
if #lost > 0 then
  found = redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], ARGV[3], lost[1][1])
end
if #found == 0 then
  local read = redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', 1, 'STREAMS', KEYS[1], '>')
  if not read then
    return {}
  end
  found = read[1][2]
end
local id, run, body = found[1][1], found[1][2][2], found[1][2][4]
local token = string.match(redis.call('HGET', KEYS[4], run) or '0:', '^%d+') + 1
redis.call('HSET', KEYS[4], run, string.format('%d:%s', token, id))
redis.call('HSET', KEYS[5], 'token', token, 'body', body)
redis.call('PEXPIRE', KEYS[5], ARGV[5])
return {string.format('%d', token), body}
