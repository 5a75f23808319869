# Quickens a test run, and tells what its totals do not. Sourced by "wall".

# Tests start processes of the product again and again, and what a start costs is most of what they cost: these use the built
# jars with classes kept ready, and compile at the first level only (docs/adr/0075-quick-tests.md). Sets test_flags; empty where
# the folder has a name that surefire would take apart.
quicken_tests() {
    test_flags=
    case $here in *[[:space:]\'\"\\]*) return 0 ;; esac
    build
    mkdir -p "$here/target/test-cache"
    cache_before=${XDG_CACHE_HOME-}
    # street scenes that are coded here are those that the tests need next
    XDG_CACHE_HOME=$here/target/test-cache
    export XDG_CACHE_HOME
    rehearse
    if [ -n "$cache_before" ]; then XDG_CACHE_HOME=$cache_before; else unset XDG_CACHE_HOME; fi
    test_flags="-Dtoancanh.classes.first=$app/lib/* -Dtoancanh.archives=$app/archives -Dtoancanh.jvm.more=-XX:TieredStopAtLevel=1"
}

# which tests were skipped and why, by the reports in folder $1: surefire gives the reason as an attribute or as text
tell_skipped() {
    set -- "$1"/TEST-*.xml
    [ -f "$1" ] || return 0
    reasons=$(sed -n -e 's/.*<skipped message="\([^"]*\)".*/\1/p' \
        -e 's/.*<skipped [^>]*><!\[CDATA\[[^: ]*: *\(.*\)/\1/p' "$@" | sed -e 's/\]\]>.*//' | sort | uniq -c)
    [ -z "$reasons" ] || say "Bài kiểm tra bị bỏ qua, và vì sao:
$reasons" "Tests skipped, and why:
$reasons"
}

# which tests passed only when they were tried once more, by the reports in folder $1
tell_unsteady() {
    unsteady=$(awk '/<testcase / { test = $0; sub(/.* name="/, "", test); sub(/".*/, "", test)
            class = $0; sub(/.* classname="/, "", class); sub(/".*/, "", class) }
        /<flaky(Failure|Error)/ { print "  " class "." test }' "$1"/TEST-*.xml 2>/dev/null | sort -u)
    [ -z "$unsteady" ] || say "Bài kiểm tra chỉ đạt khi thử lại:
$unsteady" "Tests that passed only when tried once more:
$unsteady"
}
