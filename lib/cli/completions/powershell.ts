/** PowerShell 5.1 and later. */
export const POWERSHELL: string = String
  .raw`# Completion of insomnia-profile for PowerShell.
# insomnia-profile completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName insomnia-profile -ScriptBlock {
    param($current, $ast, $position)
    $words = @($ast.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $position } |
        ForEach-Object { $_.ToString() })
    insomnia-profile __complete @words "=$current" 2>$null | ForEach-Object {
        if ($_ -eq ':file' -or $_ -eq ':directory') {
            Get-ChildItem -Path "$current*" -Directory:($_ -eq ':directory') -Name |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        } else {
            $word, $help = $_ -split [char]9, 2
            if (-not $help) { $help = $word }
            [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $help)
        }
    }
}
`;
