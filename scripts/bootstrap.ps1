# Brings the bundle of setup-go-robust into a GitLab job on Windows, checks it and runs it. scripts/build-templates.mjs puts this text into
# templates/setup-go-robust-pwsh/, behind the variables that it reads: $state $prefix $reportDir $project $ref $bundle $files $inputs.
# Parsed in CI and not executed there: see docs/gitlab.md. PowerShell 5.1 and newer; every failure ends with 70, a code and its repair.

# boot-text:start
$bootTexts = @{
  'BOOT.NO_NODE' = @('There is no Node.js that runs in this image', 'The program is written in JavaScript.', 'Use an image with Node.js 20 or newer; or set setup-job: true and extend .use-go-robust here; or set node-registry.')
  'BOOT.NODE_TOO_OLD' = @('The Node.js of this image is too old', 'The program needs Node.js 20 or newer.', 'Use an image with Node.js 20 or newer; or set setup-job: true and extend .use-go-robust here; or set node-registry.')
  'BOOT.NO_REGISTRY' = @('Nothing says where the package registry is that should serve Node.js', 'node-registry is npm-config, and neither npm_config_registry nor an .npmrc names a registry.', 'Set node-registry to the address of your registry, or name it in .npmrc.')
  'BOOT.NO_NODE_BUILD' = @('There is no pinned Node.js for this machine', 'Builds for Linux with glibc on x86-64 and on arm64 are pinned.', 'Install Node.js 20 or newer in the image (apk add nodejs), or set setup-job: true and extend .use-go-robust here.')
  'BOOT.NODE_DIGEST' = @('The Node.js that the registry served is not the pinned one', 'Its SHA-256 differs from the one in the component; nothing of it was run.', 'Check what node-registry serves under that name.')
  'BOOT.NO_FETCHER' = @('Nothing in this image can fetch a file', 'Node.js was to be fetched, and there is neither curl nor wget.', 'Install curl or wget in the image, or use one with Node.js 20 or newer.')
  'BOOT.BUNDLE_PATH' = @('There is no bundle where the input bundle says', 'The path must be a directory with main.cjs, or that file.', 'Correct the input bundle, or leave it out, so that the bundle is fetched from the component project.')
  'BOOT.DENIED' = @('The component project does not hand out its files to this job', 'The job token of this project has no access there, or the path of the project is another one on this GitLab.', 'Add this project to the job token allowlist of the component project (Settings, CI/CD), and check component-project.')
  'BOOT.REDIRECTED' = @('The GitLab API answered with a redirect', 'It was not followed, because the job token would go along.', 'Check CI_API_V4_URL and the proxy in front of GitLab; or set bundle to a path in the image.')
  'BOOT.UNREACHABLE' = @('The server with the files cannot be reached', 'The connection was refused, cut or timed out, the certificate is not trusted, or the server is down; several attempts failed.', 'Look at the evidence; set CI_SERVER_TLS_CA_FILE for a CA of your own; or set bundle to a path in the image.')
  'BOOT.NOT_BUNDLE' = @('A web page came instead of the bundle', 'A login page or a proxy answered with status 200; nothing of it was run.', 'Check CI_API_V4_URL and the proxy in front of GitLab; or set bundle to a path in the image.')
  'BOOT.DIGEST' = @('A file of the bundle is not the one of this component version', 'Its SHA-256 differs from the one in the component; nothing of it was run.', 'Check that component-project is an unchanged copy at the same commit.')
  'BOOT.DISK' = @('The project directory cannot be written', 'The disk is full or read-only, or another user owns the directory.', 'Free space, or correct the owner of the directory.')
  'BOOT.HANDOVER' = @('The job that installs Go has handed nothing over', 'Its artifact or its variables did not reach this job.', 'Set setup-job: true, and let this job need go-setup with artifacts: true.')
  'BOOT.HANDOVER_DIGEST' = @('The archive of Go is not the one that was handed over', 'Its SHA-256 differs from the one that the installing job reported; nothing of it was unpacked.', 'Run the installing job again; if that does not help, find out who changed its artifact.')
}
# boot-text:end

function Stop-Boot([string] $code, [string] $evidence) {
  $title, $why, $fix = $bootTexts[$code]
  $text = "setup-go-robust failed: $title", "  Cause    $code", "  Why      $why", "  Evidence $evidence", "  Fix      $fix", '  Exit     70'
  [Console]::Out.WriteLine($text -join "`n")
  New-Item -ItemType Directory -Force -Path $reportDir | Out-Null
  $failure = "<failure type=`"$code`" message=`"$title`">$why Fix: $fix</failure>"
  $case = "<testcase classname=`"setup-go-robust`" name=`"bootstrap`">$failure</testcase>"
  $suite = "<testsuite name=`"setup-go-robust`" tests=`"1`" failures=`"1`">$case</testsuite>"
  [IO.File]::WriteAllText("$PWD/$reportDir/junit.xml", "<?xml version=`"1.0`" encoding=`"UTF-8`"?>`n<testsuites>$suite</testsuites>`n")
  exit 70
}

# One CI variable by its name, or the text itself; nothing is evaluated.
function Resolve-Input([string] $text) {
  if ($text -match '^\$([A-Za-z_][A-Za-z0-9_]*)$') { return [Environment]::GetEnvironmentVariable($Matches[1]) }
  return $text
}

function Find-Node {
  $command = Get-Command node -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
  if ($null -eq $command) { Stop-Boot 'BOOT.NO_NODE' 'there is no node on PATH' }
  $found = & $command.Source --version
  if ($LASTEXITCODE -ne 0) { Stop-Boot 'BOOT.NO_NODE' 'node --version failed' }
  $major = 0
  [void] [int]::TryParse(($found -replace '^v', '').Split('.')[0], [ref] $major)
  if ($major -lt 20) { Stop-Boot 'BOOT.NODE_TOO_OLD' "node --version: $found" }
  return $command.Source
}

# Redirects are not followed: the job token would go along.
function Get-BundleFile([string] $name, [string] $target) {
  $path = [Uri]::EscapeDataString($project)
  $address = "$env:CI_API_V4_URL/projects/$path/repository/files/dist%2F$name/raw?ref=$ref"
  $status = 0
  $reason = ''
  for ($try = 1; $try -le 3; $try += 1) {
    try {
      $request = @{ Uri = $address; OutFile = $target; UseBasicParsing = $true; MaximumRedirection = 0; TimeoutSec = 60 }
      Invoke-WebRequest @request -Headers @{ 'JOB-TOKEN' = $env:CI_JOB_TOKEN }
      return
    } catch {
      $reason = $_.Exception.Message
      $status = if ($null -ne $_.Exception.Response) { [int] $_.Exception.Response.StatusCode } else { 0 }
      if ($status -ne 0 -and $status -ne 408 -and $status -ne 429 -and $status -lt 500) { break }
      Start-Sleep -Seconds $try
    }
  }
  if ($status -ge 300 -and $status -lt 400) { Stop-Boot 'BOOT.REDIRECTED' "status $status at $address" }
  if ($status -ge 400 -and $status -lt 500) { Stop-Boot 'BOOT.DENIED' "status $status at $address" }
  Stop-Boot 'BOOT.UNREACHABLE' "$reason at $address"
}

function Test-BundleFile([string] $name, [string] $target) {
  $got = if (Test-Path -LiteralPath $target) { (Get-FileHash -LiteralPath $target -Algorithm SHA256).Hash.ToLowerInvariant() } else { '' }
  if ($got -eq $files[$name]) { return }
  $first = if ($got -eq '') { '' } else { Get-Content -LiteralPath $target -TotalCount 1 }
  if ("$first".StartsWith('<')) { Stop-Boot 'BOOT.NOT_BUNDLE' "$name is a page" }
  Stop-Boot 'BOOT.DIGEST' "${name}: got $got"
}

function Get-Bundle {
  if ($bundle -ne '') {
    $main = if ($bundle.EndsWith('main.cjs')) { $bundle } else { "$bundle/main.cjs" }
    if (-not (Test-Path -LiteralPath $main -PathType Leaf)) { Stop-Boot 'BOOT.BUNDLE_PATH' "$main is no file" }
    return $main
  }
  New-Item -ItemType Directory -Force -Path "$state/bundle" | Out-Null
  foreach ($name in $files.Keys) {
    Get-BundleFile $name "$state/bundle/$name"
    Test-BundleFile $name "$state/bundle/$name"
  }
  return "$state/bundle/main.cjs"
}

$ErrorActionPreference = 'Stop'
# Windows PowerShell draws a bar for every block it reads: slower than the download itself.
$ProgressPreference = 'SilentlyContinue'
New-Item -ItemType Directory -Force -Path $state | Out-Null
[IO.File]::WriteAllText("$PWD/.sgr/.gitignore", "*`n")
Remove-Item -Force -ErrorAction SilentlyContinue -LiteralPath "$state/env.ps1"
$project = Resolve-Input $project
$ref = Resolve-Input $ref
$bundle = Resolve-Input $bundle
$node = Find-Node
$main = Get-Bundle
foreach ($name in $inputs.Keys) {
  [Environment]::SetEnvironmentVariable($name, (Resolve-Input $inputs[$name]))
}
$env:SGR_HOST = 'gitlab'
$env:SGR_STATE = $state
$env:SGR_PREFIX = $prefix
$env:SGR_REPORT_DIR = $reportDir
& $node $main
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
