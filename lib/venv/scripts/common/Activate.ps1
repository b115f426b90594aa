# To be read by PowerShell: . bin/Activate.ps1

function global:deactivate ([switch]$NonDestructive) {
    if (Test-Path Variable:_OLD_VIRTUAL_PATH) {
        $Env:PATH = $global:_OLD_VIRTUAL_PATH
        Remove-Variable _OLD_VIRTUAL_PATH -Scope Global
    }
    if (Test-Path Function:_old_virtual_prompt) {
        Copy-Item Function:_old_virtual_prompt Function:prompt
        Remove-Item Function:_old_virtual_prompt
    }
    Remove-Item Env:VIRTUAL_ENV, Env:VIRTUAL_ENV_PROMPT -ErrorAction SilentlyContinue
    if (-not $NonDestructive) { Remove-Item Function:deactivate }
}

deactivate -NonDestructive

$Env:VIRTUAL_ENV = __VENV_DIR__
$Env:VIRTUAL_ENV_PROMPT = __VENV_PROMPT__
$global:_OLD_VIRTUAL_PATH = $Env:PATH
$Env:PATH = (Join-Path $Env:VIRTUAL_ENV __VENV_BIN_NAME__) + [IO.Path]::PathSeparator + $Env:PATH

if (-not $Env:VIRTUAL_ENV_DISABLE_PROMPT) {
    Copy-Item Function:prompt Function:global:_old_virtual_prompt
    function global:prompt { "$Env:VIRTUAL_ENV_PROMPT$(_old_virtual_prompt)" }
}
