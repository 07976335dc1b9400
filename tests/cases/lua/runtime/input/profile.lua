local function f(x)
  return x.y.z
end
return f({})
