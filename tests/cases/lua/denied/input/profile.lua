local t = os.time()
return {}
