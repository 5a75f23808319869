package vn.toancanh.simulator.head;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;

/**
 * Answers WS-Discovery for simulated devices, to this machine alone: they listen on the loopback address, where nobody else finds them.
 * Any thread.
 */
public final class ProbeAnswers implements Handle {
    /** Where probes come. */
    public static final int PORT = 3702;

    private static final Logger LOG = LoggerFactory.getLogger(ProbeAnswers.class);
    private static final String GROUP = "239.255.255.250";
    private static final int LARGEST = 8192;

    /** As many fit into one datagram without being cut into pieces that may be lost. */
    private static final int AT_ONCE = 8;

    /**
     * A device that answers.
     *
     * @param service address of its own service
     */
    public record Device(String name, String model, URI service) {}

    private final DatagramChannel door;
    private final List<Device> devices;

    private ProbeAnswers(DatagramChannel door, List<Device> devices) {
        this.door = door;
        this.devices = List.copyOf(devices);
    }

    /**
     * Listens for probes, on all networks that can bring them.
     *
     * @param port {@link #PORT}; 0: any free one
     * @throws IOException where it cannot be listened there
     */
    public static ProbeAnswers start(int port, List<Device> devices) throws IOException {
        DatagramChannel door = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            door.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            door.close();
            throw taken;
        }
        join(door);
        ProbeAnswers answers = new ProbeAnswers(door, devices);
        Threads.daemon("simulated-probes", answers::listen).start();
        return answers;
    }

    private static void join(DatagramChannel door) throws SocketException {
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            try {
                if (each.isUp() && each.supportsMulticast()) {
                    door.join(InetAddress.ofLiteral(GROUP), each);
                }
            } catch (IOException without) {
                LOG.debug("no probes by {}: {}", each.getName(), without.getMessage());
            }
        }
    }

    /** Where it listens. */
    public int port() {
        return door.socket().getLocalPort();
    }

    private void listen() {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
        while (door.isOpen()) {
            try {
                buffer.clear();
                if (door.receive(buffer) instanceof InetSocketAddress from && isThisMachine(from.getAddress())) {
                    byte[] datagram = new byte[buffer.flip().remaining()];
                    buffer.get(datagram);
                    answer(SoapRequest.read(datagram), from);
                }
            } catch (IOException | XMLStreamException ended) {
                LOG.debug("simulated probes: {}", ended.getMessage());
            }
        }
    }

    private static boolean isThisMachine(InetAddress sender) throws SocketException {
        return sender.isLoopbackAddress() || NetworkInterface.getByInetAddress(sender) != null;
    }

    private void answer(SoapRequest probe, InetSocketAddress to) throws IOException {
        String types = probe.value("Types").orElse("");
        String id = probe.value("MessageID").orElse("");
        boolean asked = types.isEmpty() || types.endsWith("NetworkVideoTransmitter") || types.endsWith("Device");
        if (!probe.operation().equals("Probe") || id.isEmpty() || !asked) {
            return;
        }
        for (int from = 0; from < devices.size(); from += AT_ONCE) {
            StringBuilder matches = new StringBuilder();
            devices.subList(from, Math.min(devices.size(), from + AT_ONCE))
                    .forEach(each -> matches.append(match(each)));
            door.send(ByteBuffer.wrap(envelope(id, matches.toString()).getBytes(StandardCharsets.UTF_8)), to);
        }
    }

    private static String envelope(String answered, String matches) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><env:Envelope xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\""
                + " xmlns:wsa=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
                + " xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\""
                + " xmlns:dn=\"http://www.onvif.org/ver10/network/wsdl\" xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\">"
                + "<env:Header><wsa:MessageID>urn:uuid:" + UUID.randomUUID() + "</wsa:MessageID><wsa:RelatesTo>"
                + HeadAnswer.escaped(answered)
                + "</wsa:RelatesTo><wsa:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</wsa:To>"
                + "<wsa:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/ProbeMatches</wsa:Action></env:Header>"
                + "<env:Body><d:ProbeMatches>" + matches + "</d:ProbeMatches></env:Body></env:Envelope>";
    }

    private static String match(Device device) {
        UUID same = UUID.nameUUIDFromBytes(device.service.getPath().getBytes(StandardCharsets.UTF_8));
        return "<d:ProbeMatch><wsa:EndpointReference><wsa:Address>urn:uuid:" + same
                + "</wsa:Address></wsa:EndpointReference><d:Types>dn:NetworkVideoTransmitter tds:Device</d:Types><d:Scopes>"
                + "onvif://www.onvif.org/type/video_encoder onvif://www.onvif.org/name/" + word(device.name)
                + " onvif://www.onvif.org/hardware/" + word(device.model) + "</d:Scopes><d:XAddrs>" + device.service
                + "</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion></d:ProbeMatch>";
    }

    private static String word(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Listens no more. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            LOG.debug("simulated probes: {}", gone.getMessage());
        }
    }
}
