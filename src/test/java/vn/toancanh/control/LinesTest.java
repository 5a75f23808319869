package vn.toancanh.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.model.Effort;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.StreamGrant;

class LinesTest {
    private Path folder;
    private SocketChannel client;
    private SocketChannel worker;

    @BeforeEach
    void connect() throws IOException {
        folder = Files.createTempDirectory("tc");
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(address);
            worker = SocketChannel.open(address);
            client = door.accept();
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        worker.close();
        Files.deleteIfExists(folder.resolve("s"));
        Files.delete(folder);
    }

    private static final StreamGrant.Way RELAYED = new StreamGrant.Way(true, List.of("tcp"));
    private static final StreamGrant.Way STRAIGHT = new StreamGrant.Way(false, List.of("udp", "tcp"));

    @Test
    void ordersAndWordsArriveAsTheyWereSent() throws IOException {
        Lines here = new Lines(client);
        Lines there = new Lines(worker);
        List<Order> orders = List.of(
                new Order.Open(
                        1, "Ngã tư Sở \"7\"", "rtsp://h/1?t=a", "u", "p\n{", List.of("pin"), RELAYED, "/dev/shm/x"),
                new Order.Open(2, "b", "rtsp://h/2", null, null, List.of(), STRAIGHT, "/dev/shm/y"),
                new Order.Open(3, "c", "rtsp://h/3", null, null, List.of(), STRAIGHT, null),
                new Order.Rest(3),
                new Order.Ease(3, Effort.KEY_FRAMES),
                new Order.Resize(1, "/dev/shm/z"),
                new Order.Close(2),
                new Order.Ping(9),
                new Order.End());
        for (Order order : orders) {
            here.write(order);
            assertThat(there.readOrder()).isEqualTo(order);
        }
        Word.Stream stream = new Word.Stream(
                1,
                "H265",
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                1.5,
                11,
                new Word.Delivery(MediaTransport.TLS, 25, 24.5, -3L, true, true, false, -90_000));
        Word.Stream untold = new Word.Stream(
                2,
                "JPEG",
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                1.5,
                11,
                new Word.Delivery(MediaTransport.UDP, 0, 0, null, false, false, true, 0));
        List<Word> words = List.of(
                new Word.Hello(77, null, List.of("vmem (video_output)")),
                new Word.Mapped(1, "/dev/shm/x"),
                new Word.Playing(1, "H264"),
                new Word.Shown(1),
                new Word.Anew(1),
                new Word.Failed(1, Failure.Kind.CREDENTIALS, "401"),
                new Word.Statistics(1, 2, 3, List.of(stream, untold)),
                new Word.Pong(9, 0, 0));
        for (Word word : words) {
            there.write(word);
            assertThat(here.readWord()).isEqualTo(word);
        }
        worker.close();
        assertThat(here.readWord()).isNull();
    }

    @Test
    void aLineThatCannotBeReadIsNotQuoted() throws IOException {
        Lines there = new Lines(worker);
        client.write(ByteBuffer.wrap(
                "{\"op\":\"open\",\"password\":\"s3cret\",\"id\":{}}\n".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> there.readOrder())
                .isInstanceOf(IOException.class)
                .hasNoCause()
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void damagedLinesAreRefusedWithoutBeingQuoted() throws IOException {
        String sound = "{\"op\":\"failed\",\"id\":3,\"kind\":\"TIMEOUT\",\"detail\":\"s3cret\"}";
        Lines here = new Lines(client);
        SplittableRandom random = new SplittableRandom(3);
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] bytes = sound.getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(32, 127);
            worker.write(ByteBuffer.wrap(
                    (new String(bytes, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8)));
            try {
                assertThat(here.readWord()).isInstanceOf(Word.Failed.class);
            } catch (IOException bad) {
                refused++;
                assertThat(bad.getMessage()).doesNotContain("s3cr");
            }
        }
        assertThat(refused).isBetween(100, 499);
    }

    @Test
    void fieldsOfANewerSideAreIgnored() throws IOException {
        Lines there = new Lines(worker);
        client.write(
                ByteBuffer.wrap("{\"op\":\"ping\",\"number\":4,\"later\":[1]}\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(there.readOrder()).isEqualTo(new Order.Ping(4));
    }

    @Test
    void anOrderPrintsNoPassword() {
        assertThat(new Order.Open(1, "a", "rtsp://h/?token=t0ken", "u", "s3cret", List.of(), STRAIGHT, "s").toString())
                .doesNotContain("s3cret", "t0ken");
    }
}
