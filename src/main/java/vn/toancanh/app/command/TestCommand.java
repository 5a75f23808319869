package vn.toancanh.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stands here for {@code ./wall help}; the launcher itself runs the tests, before anything is built. */
@Command(name = "test", description = "${bundle:test.about}")
final class TestCommand implements Runnable {
    @Mixin
    final Common common = new Common();

    @Option(names = "--quick", descriptionKey = "test.quick")
    private boolean quick;

    @Override
    public void run() {
        throw new IllegalStateException("tests are run by the launcher, quick " + quick + " " + common.language);
    }
}
