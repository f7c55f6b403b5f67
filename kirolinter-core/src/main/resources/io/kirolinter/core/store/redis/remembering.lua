-- Lets what is known of a repository stay for as long again, and what is lasting without an end: put in front
-- of the scripts that add to it.
local function remember(kinds, pattern, others, milliseconds)
  local lasting = false
  for _, kind in ipairs(redis.call('SMEMBERS', kinds)) do
    if string.sub(kind, 1, 8) == 'lasting-' then
      lasting = true
    else
      redis.call('PEXPIRE', pattern .. kind, milliseconds)
    end
  end
  if lasting then
    redis.call('PERSIST', kinds)
  else
    redis.call('PEXPIRE', kinds, milliseconds)
  end
  for _, key in ipairs(others) do
    redis.call('PEXPIRE', key, milliseconds)
  end
end
