package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeashTest {
    private final List<Object> told = new ArrayList<>();

    private void hold(InputStream held) {
        new Leash(held, told::add, () -> told.add("end")).hold();
    }

    private static InputStream lines(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesSayWhatIsShownAndTheirEndEnds() {
        hold(lines("show 1 64\nshow 9 36\n"));
        assertThat(told).containsExactly(new Leash.Span(1, 64), new Leash.Span(9, 36), "end");
    }

    @Test
    void whatIsNoOrderIsPassedOver() {
        hold(lines(
                "\nshow\nshow 0 9\nshow 1 0\nshow 1 101\nshow -1 9\nshow 999999 1\nhide 1 9\nshow 2 3\n\u0000\u0001"));
        assertThat(told).containsExactly(new Leash.Span(2, 3), "end");
    }

    @Test
    void aBrokenInputIsTheEndToo() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        hold(broken);
        assertThat(told).containsExactly("end");
    }
}
