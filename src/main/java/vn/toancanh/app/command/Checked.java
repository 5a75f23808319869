package vn.toancanh.app.command;

/** A command whose arguments can be looked at before anything is installed or opened for it. */
interface Checked {
    /**
     * Refuses arguments that can be read but must not be.
     *
     * @throws picocli.CommandLine.ParameterException with the reason, for the person
     */
    void check();
}
