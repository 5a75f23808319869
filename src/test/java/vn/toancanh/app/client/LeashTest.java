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
    void linesAreToldAndTheirEndEnds() {
        hold(lines("page 1 64\nclear 9\n"));
        assertThat(told).containsExactly("page 1 64", "clear 9", "end");
    }

    @Test
    void aBrokenInputIsTheEndToo() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        hold(broken);
        assertThat(told).containsExactly("end");
    }
}
