-- The fields of a run that hold its artifacts, in the order of their making, each with an empty line behind it.
local function made(known, field)
  local entry = field .. '\n\n'
  if not known then
    return entry
  end
  return known:find(entry, 1, true) and known or known .. entry
end
