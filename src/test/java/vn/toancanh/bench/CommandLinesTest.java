package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandLinesTest {
    /** A class path of ours is longer. */
    private static final int LONGER_THAN_A_PAGE = 6000;

    @Test
    void aChildIsFoundByWhatStandsAtTheEndOfALongLine() throws Exception {
        String path = "x".repeat(LONGER_THAN_A_PAGE);
        Process child = new ProcessBuilder("sh", "-c", "read word", path, "some.ForThisTestMain").start();
        try {
            assertThat(CommandLines.childWith("some.ForThisTestMain").map(ProcessHandle::pid))
                    .contains(child.pid());
            assertThat(CommandLines.childWith("some.OtherMain")).isEmpty();
        } finally {
            child.getOutputStream().close();
            child.waitFor();
        }
    }
}
