package vn.toancanh.app.doctor;

/**
 * What one check saw.
 *
 * @param check short name, the same in every language
 * @param text what was seen, for the person
 * @param advice what to do about it, empty where nothing is to be done
 */
public record Finding(String check, State state, String text, String advice) {
    /** How bad it is. */
    public enum State {
        OK,
        /** Works, but not as well as it could. */
        WARNING,
        /** Something will not work. */
        PROBLEM
    }

    static Finding ok(String check, String text) {
        return new Finding(check, State.OK, text, "");
    }

    static Finding warning(String check, String text, String advice) {
        return new Finding(check, State.WARNING, text, advice);
    }

    static Finding problem(String check, String text, String advice) {
        return new Finding(check, State.PROBLEM, text, advice);
    }
}
