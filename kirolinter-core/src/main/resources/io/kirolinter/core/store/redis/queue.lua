-- Who holds which run of the queue: put in front of the scripts that settle a delivery.
-- A run that was delivered is known by token and stream entry, one that was given back by its token alone.
local function entry(held, run, token)
  local known, id = string.match(redis.call('HGET', held, run) or '', '^(%d+):(.*)$')
  return known == token and id ~= '' and id
end
local function append(stream, entries, run)
  redis.call('XADD', stream, '*', 'run', run, 'body', redis.call('HGET', entries, run))
end
