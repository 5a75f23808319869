package vn.toancanh.rtsp.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RtspParserTest {
    private static final RtspLimits SMALL = new RtspLimits(200, 600, 8, 300);

    private final List<String> seen = new ArrayList<>();
    private final List<RtspMessage> messages = new ArrayList<>();

    private final RtspParser.Handler handler = new RtspParser.Handler() {
        @Override
        public void interleaved(int channel, ByteBuffer data, int offset, int length) {
            byte[] bytes = new byte[length];
            data.get(offset, bytes);
            seen.add("$" + channel + ":" + new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void message(RtspMessage message) {
            messages.add(message);
            seen.add(message.startLine() + "|" + message.text());
        }
    };

    @Test
    void readsRequestsAnswersAndFramesHoweverTheyAreCut() throws Exception {
        byte[] wire = concat(
                "RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 5\r\n\r\nhello".getBytes(StandardCharsets.UTF_8),
                new byte[] {'$', 3, 0, 2, 'a', 'b'},
                "\r\nOPTIONS * RTSP/1.0\nCSeq: 2\n\n".getBytes(StandardCharsets.UTF_8),
                new byte[] {'$', 0, 0, 0});
        for (long seed = 0; seed < 200; seed++) {
            seen.clear();
            Random random = new Random(seed);
            RtspParser parser = new RtspParser(SMALL);
            ByteBuffer buffer = ByteBuffer.allocate(1000);
            for (int at = 0; at < wire.length; ) {
                int count = Math.min(wire.length - at, 1 + random.nextInt(12));
                buffer.put(wire, at, count).flip();
                parser.parse(buffer, handler);
                buffer.compact();
                at += count;
            }
            assertThat(seen)
                    .as("seed %d", seed)
                    .containsExactly("RTSP/1.0 200 OK|hello", "$3:ab", "OPTIONS * RTSP/1.0|", "$0:");
        }
    }

    @Test
    void namesCompareWithoutCaseAndRepeatedFieldsAreKept() throws Exception {
        feed(
                "RTSP/1.0 401 No\r\nwww-authenticate: a\r\nWWW-Authenticate: b\r\nPublic: OPTIONS , get_parameter\r\n\r\n");
        Headers headers = messages.getFirst().headers();
        assertThat(headers.all("Www-Authenticate")).containsExactly("a", "b");
        assertThat(headers.lists("public", "GET_PARAMETER")).isTrue();
        assertThat(headers.lists("public", "PARAMETER")).isFalse();
        assertThat(headers.number("CSeq")).isEmpty();
    }

    @Test
    void foldedAndColonlessLinesDoNoHarm() throws Exception {
        feed("RTSP/1.0 200\r\nX: a\r\n b\r\nnonsense\r\nCSeq:7\r\n\r\n");
        assertThat(messages.getFirst().headers().first("x")).contains("a b");
        assertThat(messages.getFirst().headers().number("cseq")).contains(7L);
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws Exception {
        RtspRequest request = new RtspRequest(
                "ANNOUNCE",
                "rtsp://h/a?token=x",
                Headers.of("CSeq", "9"),
                "v=0 Ngã tư".getBytes(StandardCharsets.UTF_8));
        feed(new String(request.encode(), StandardCharsets.UTF_8));
        assertThat(messages.getFirst().startLine()).isEqualTo(request.startLine());
        assertThat(messages.getFirst().text()).isEqualTo("v=0 Ngã tư");
        assertThat(request.toString()).doesNotContain("token");
    }

    @Test
    void refusesWhatIsNoRtspOrTooMuch() {
        for (String bad : List.of(
                "\u0001garbage",
                "HTTP/1.1 200 OK\r\n\r\n",
                "RTSP/1.0 abc OK\r\n\r\n",
                "RTSP/1.0 200 OK\r\nContent-Length: -1\r\n\r\n",
                "RTSP/1.0 200 OK\r\nContent-Length: 301\r\n\r\n",
                "RTSP/1.0 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "RTSP/1.0 200 OK\r\nX: " + "y".repeat(250) + "\r\n\r\n",
                "RTSP/1.0 200 OK\r\n" + "A: b\r\n".repeat(12) + "\r\n",
                "RTSP/1.0 200 OK\r\n" + "A: b\r\n".repeat(120),
                "RTSP/1.0 200 O\u0000K\r\n\r\n",
                "OPTIONS rtsp://h/a\rb RTSP/1.0\r\nCSeq: 1\r\n\r\n",
                "x".repeat(700))) {
            assertThatThrownBy(() -> feed(bad)).as(bad).isInstanceOf(RtspFormatException.class);
        }
    }

    @Test
    void neverThrowsAnythingElseAtRandomBytes() {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            byte[] wire =
                    "RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 4\r\n\r\nabcd$\0\0\1xOPTIONS a RTSP/1.0\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1);
            for (int i = random.nextInt(6); i > 0; i--) {
                wire[random.nextInt(wire.length)] = (byte) random.nextInt(256);
            }
            try {
                new RtspParser(SMALL).parse(ByteBuffer.wrap(wire), handler);
            } catch (RtspFormatException expected) {
                assertThat(expected).hasMessageNotContaining("abcd");
            }
        }
    }

    private void feed(String text) throws RtspFormatException {
        new RtspParser(SMALL).parse(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), handler);
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(1000);
        for (byte[] part : parts) {
            all.put(part);
        }
        byte[] bytes = new byte[all.flip().remaining()];
        all.get(bytes);
        return bytes;
    }
}
