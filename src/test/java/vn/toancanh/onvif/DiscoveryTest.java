package vn.toancanh.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Threads;
import vn.toancanh.simulator.head.ProbeAnswers;

/** Whoever answers a probe, by real datagrams on this machine: true devices, such as answer often, and such as lie. */
@Timeout(60)
class DiscoveryTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final Pattern ID = Pattern.compile("MessageID>([^<]+)<");
    private static final URI SERVICE = URI.create("http://127.0.0.1:8081/onvif/device_service");

    /** One that answers each probe with what the test says; the last word ends the search. */
    private static final class Answering implements AutoCloseable {
        private final DatagramSocket door;

        Answering(Function<String, List<String>> answers) throws IOException {
            door = new DatagramSocket(new InetSocketAddress(HERE, 0));
            Threads.daemon("answering", () -> answer(answers)).start();
        }

        private void answer(Function<String, List<String>> answers) {
            byte[] room = new byte[65_507];
            while (!door.isClosed()) {
                try {
                    DatagramPacket probe = new DatagramPacket(room, room.length);
                    door.receive(probe);
                    Matcher id = ID.matcher(new String(room, 0, probe.getLength(), StandardCharsets.UTF_8));
                    String asked = id.find() ? id.group(1) : "";
                    for (String each : answers.apply(asked)) {
                        byte[] bytes = each.getBytes(StandardCharsets.UTF_8);
                        door.send(new DatagramPacket(bytes, bytes.length, probe.getSocketAddress()));
                    }
                } catch (IOException closed) {
                    return;
                }
            }
        }

        Discovery.Way way() {
            return new Discovery.Way(null, new InetSocketAddress(HERE, door.getLocalPort()));
        }

        @Override
        public void close() {
            door.close();
        }
    }

    private static String matches(String answered, String matches) {
        return "<e:Envelope xmlns:e=\"x\"><e:Header><RelatesTo>" + answered
                + "</RelatesTo></e:Header><e:Body><ProbeMatches>" + matches + "</ProbeMatches></e:Body></e:Envelope>";
    }

    private static String match(String endpoint, String addresses) {
        return "<ProbeMatch><EndpointReference><Address>" + endpoint + "</Address></EndpointReference>"
                + "<Types>dn:NetworkVideoTransmitter</Types><Scopes>onvif://www.onvif.org/name/C%E1%BB%ADa%20B%E1%BA%AFc+1"
                + " onvif://www.onvif.org/hardware/M-1 onvif://www.onvif.org/location/%zz</Scopes><XAddrs>" + addresses
                + "</XAddrs></ProbeMatch>";
    }

    private static List<FoundDevice> find(Duration patience, Answering... all) {
        List<Discovery.Way> ways = new ArrayList<>();
        for (Answering each : all) {
            ways.add(each.way());
        }
        return new Discovery(Clock.SYSTEM, ways).find(patience, each -> {});
    }

    @Test
    void aDeviceIsFoundOnceHoweverOftenItAnswers() throws IOException {
        try (Answering device = new Answering(id -> List.of(
                        matches(id, match("urn:uuid:A-1", "http://[fe80::1]/x " + SERVICE)),
                        matches(id, match("urn:uuid:a-1", SERVICE.toString()))));
                Answering again = new Answering(
                        id -> List.of(matches(id, match("uuid:a-1", "http://127.0.0.1:9/onvif/device_service"))))) {
            List<FoundDevice> found = find(SHORT, device, again);
            assertThat(found).hasSize(1);
            FoundDevice one = found.getFirst();
            assertThat(one.services())
                    .containsExactlyInAnyOrder(SERVICE, URI.create("http://127.0.0.1:9/onvif/device_service"));
            assertThat(one.name()).isEqualTo("Cửa Bắc+1");
            assertThat(one.hardware()).isEqualTo("M-1");
            assertThat(one.location()).as("not to be read").isEqualTo("%zz");
            assertThat(one.elsewhere()).isFalse();
        }
    }

    /** Whoever types a password for what was found is not to send it to whom an answer names. */
    @Test
    void anAddressThatIsNotTheSendersIsNotBelieved() throws IOException {
        try (Answering liar = new Answering(id ->
                List.of(matches(id, match("urn:uuid:b", "http://evil.example/steal http://203.0.113.9:8000/y"))))) {
            FoundDevice one = find(SHORT, liar).getFirst();
            assertThat(one.services()).containsExactly(URI.create("http://127.0.0.1/steal"));
            assertThat(one.elsewhere()).isTrue();
        }
    }

    @Test
    void whatAnswersNoProbeOfOursOrIsNoneCountsForNothing() throws IOException {
        String entity = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        try (Answering mad = new Answering(id -> List.of(
                "",
                "\u0000\u0001 no XML",
                "<html>printer</html>",
                entity + matches(id, match("urn:uuid:c&b;", SERVICE.toString())),
                matches(id, "<a>".repeat(5000)),
                matches("urn:uuid:somebody-else", match("urn:uuid:d", SERVICE.toString())),
                matches(id, match("urn:uuid:e", "")),
                matches(id, match("urn:uuid:f", "ftp://127.0.0.1/ rtsp://127.0.0.1 http://an:b@127.0.0.1/ %%")),
                matches(id, match("urn:uuid:g", SERVICE.toString()).replace("NetworkVideoTransmitter", "Printer")),
                "<e:Envelope xmlns:e=\"x\"/>",
                matches(id, match("urn:uuid:good\u0085\u202e", SERVICE.toString()))))) {
            assertThat(find(SHORT, mad)).extracting(FoundDevice::endpoint).containsExactly("urn:uuid:good");
        }
    }

    @Test
    void oneSenderDoesNotCrowdOutTheOthers() throws IOException {
        List<String> crowd = IntStream.range(0, 100)
                .mapToObj(from -> IntStream.range(0, 10)
                        .mapToObj(i -> match("urn:uuid:" + from + "-" + i, SERVICE.toString()))
                        .collect(java.util.stream.Collectors.joining()))
                .toList();
        try (Answering flood = new Answering(
                id -> crowd.stream().map(each -> matches(id, each)).toList())) {
            assertThat(find(SHORT, flood))
                    .hasSizeLessThanOrEqualTo(Discovery.MOST_OF_ONE)
                    .hasSizeGreaterThan(50);
        }
    }

    @Test
    void whoIsInterruptedReturnsWithWhatThereIs() throws IOException {
        try (Answering device = new Answering(id -> List.of(matches(id, match("urn:uuid:h", SERVICE.toString()))))) {
            CompletableFuture<List<FoundDevice>> all = new CompletableFuture<>();
            Thread searching = Threads.daemon(
                    "searching",
                    () -> all.complete(new Discovery(Clock.SYSTEM, List.of(device.way()))
                            .find(LONG, found -> Thread.currentThread().interrupt())));
            long from = Clock.SYSTEM.nanos();
            searching.start();
            assertThat(all.join()).hasSize(1);
            assertThat(Duration.ofNanos(Clock.SYSTEM.nanos() - from)).isLessThan(LONG.dividedBy(2));
        }
    }

    @Test
    void aMachineWithoutNetworksSaysSo() {
        assertThatThrownBy(() -> new Discovery(Clock.SYSTEM, List.of()).find(SHORT, each -> {}))
                .isInstanceOfSatisfying(
                        OnvifException.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(OnvifFailure.Kind.UNREACHABLE));
    }

    @Test
    void simulatedDevicesAnswer() throws IOException {
        List<ProbeAnswers.Device> devices = IntStream.range(0, 20)
                .mapToObj(i -> new ProbeAnswers.Device(
                        "Ngã tư " + i, "Simulated camera", SERVICE.resolve("/onvif/" + i + "/device_service")))
                .toList();
        try (ProbeAnswers door = ProbeAnswers.start(0, devices)) {
            Discovery.Way way = new Discovery.Way(null, new InetSocketAddress(HERE, door.port()));
            List<String> told = new ArrayList<>();
            List<FoundDevice> found =
                    new Discovery(Clock.SYSTEM, List.of(way)).find(SHORT, each -> told.add(each.name()));
            assertThat(found).hasSize(20).noneMatch(FoundDevice::elsewhere);
            assertThat(found)
                    .extracting(FoundDevice::name)
                    .containsExactlyElementsOf(told)
                    .contains("Ngã tư 19");
            assertThat(found)
                    .flatExtracting(FoundDevice::services)
                    .contains(devices.getLast().service());
        }
    }
}
