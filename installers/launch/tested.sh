# Tells what the totals of a test run do not. Sourced by "wall".

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
