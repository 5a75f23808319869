package vn.toancanh.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which TCP ports of this machine a process talks from, as Linux tells it: from outside, without asking the process. */
final class WorkerSockets {
    private static final int LOCAL_ADDRESS = 1;
    private static final int INODE = 9;

    private WorkerSockets() {}

    /** Ports of a process's own ends of its TCP connections. */
    static Set<Integer> ports(long pid) throws IOException {
        Map<Long, Integer> portOfInode = new HashMap<>();
        for (String table : new String[] {"tcp", "tcp6"}) {
            Path file = Path.of("/proc/net/" + table);
            if (Files.isReadable(file)) {
                Files.readAllLines(file).stream().skip(1).forEach(line -> note(line, portOfInode));
            }
        }
        Set<Integer> ports = new TreeSet<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path each : open) {
                Integer port = portOfInode.get(inode(each));
                if (port != null) {
                    ports.add(port);
                }
            }
        }
        return ports;
    }

    /** One line of {@code /proc/net/tcp}: the local address is {@code address:port} in hexadecimal digits. */
    static void note(String line, Map<Long, Integer> portOfInode) {
        String[] fields = line.strip().split("\\s+", -1);
        String local = fields[LOCAL_ADDRESS];
        int port = Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), 16);
        portOfInode.put(Long.parseLong(fields[INODE]), port);
    }

    private static long inode(Path descriptor) throws IOException {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("socket:[")
                    ? Long.parseLong(target.substring("socket:[".length(), target.length() - 1))
                    : -1;
        } catch (NoSuchFileException closed) {
            return -1;
        }
    }
}
