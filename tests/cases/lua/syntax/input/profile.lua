return {
  model = 
