-- KEYS: stream, held   ARGV: group, worker, run, token
local id = entry(KEYS[2], ARGV[3], ARGV[4])
if not id then
  return {'lost'}
end
redis.call('XCLAIM', KEYS[1], ARGV[1], ARGV[2], 0, id, 'JUSTID')
return {'held'}
