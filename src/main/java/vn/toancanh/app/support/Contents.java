package vn.toancanh.app.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.doctor.Doctor;
import vn.toancanh.app.doctor.Finding;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.app.status.StatusSocket;
import vn.toancanh.base.FailureException;
import vn.toancanh.store.DatabaseFacts;

/** Gathers one thing after the other. What cannot be had is told in the bundle, and the others go on. */
final class Contents {
    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);
    private static final Set<String> DATABASES = Set.of("client.db", "central.db");
    private static final int MOST_CHILDREN = 16;

    /** Something to gather, as text. */
    interface Part {
        String make() throws IOException;
    }

    private final Surroundings given;
    private final Bundle bundle;
    private final Supplier<List<Finding>> doctor;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final List<String> missing = new ArrayList<>();

    /** @param doctor looks at the machine */
    Contents(Surroundings given, Bundle bundle, Supplier<List<Finding>> doctor) {
        this.given = given;
        this.bundle = bundle;
        this.doctor = doctor;
    }

    /** @throws IOException where the bundle cannot be written */
    void gather(Optional<Path> serverData) throws IOException {
        add("machine.json", () -> json.writeValueAsString(Machine.facts(given, System.getenv())));
        doctor();
        running();
        databases(serverData);
        logs();
        Folders folders = given.folders();
        Set<Path> all =
                new LinkedHashSet<>(List.of(folders.data(), folders.cache(), folders.state(), folders.runtime()));
        serverData.ifPresent(all::add);
        add("files.txt", () -> String.join("\n", FileList.lines(all)) + "\n");
        bundle.add("README.txt", new Readme(given).text(missing));
    }

    private void add(String name, Part part) throws IOException {
        String text;
        try {
            text = part.make();
        } catch (FailureException known) {
            LOG.info("{} is missing", name, known);
            missing.add(name + ": " + given.texts().of(known.failure()));
            return;
        } catch (IOException | RuntimeException unreadable) {
            LOG.info("{} is missing", name, unreadable);
            missing.add(name + ": " + unreadable);
            return;
        }
        bundle.add(name, text);
    }

    private void doctor() throws IOException {
        List<Finding> findings = doctor.get();
        List<String> lines = findings.stream()
                .map(finding -> Doctor.words(given.texts(), finding))
                .toList();
        add("doctor.txt", () -> String.join("\n", lines) + "\n");
        add("doctor.json", () -> json.writeValueAsString(findings));
    }

    /** The operator screens that run, and their decoders: those that do not answer are asked for their threads too. */
    private void running() throws IOException {
        List<StatusReport> reports = new ArrayList<>();
        Set<Long> clients = new LinkedHashSet<>();
        Set<Long> decoders = new LinkedHashSet<>();
        for (Path socket : StatusSocket.all(given.folders().runtime())) {
            Optional<StatusReport> report = StatusSocket.read(socket);
            report.ifPresent(reports::add);
            StatusSocket.owner(socket).ifPresent(owner -> {
                clients.add(owner.pid());
                owner.children().limit(MOST_CHILDREN).forEach(child -> decoders.add(child.pid()));
                if (report.isEmpty()) {
                    tell(given.texts().get("support.silent", Long.toString(owner.pid())));
                }
            });
        }
        if (clients.isEmpty() && reports.isEmpty()) {
            tell(given.texts().get("support.nobody"));
        }
        add("status.json", () -> json.writeValueAsString(reports));
        Processes processes = new Processes(given.jvm().java());
        for (long pid : clients) {
            add("threads/client-" + pid + ".txt", () -> said(processes, pid));
        }
        for (long pid : decoders) {
            add("threads/decoder-" + pid + ".txt", () -> said(processes, pid));
        }
    }

    private void tell(String words) {
        given.say(words);
        missing.add(words);
    }

    private String said(Processes processes, long pid) throws IOException {
        String said = processes.ask(pid);
        if (said.isEmpty()) {
            throw new IOException(given.texts().get("support.noThreads"));
        }
        return said;
    }

    private void databases(Optional<Path> serverData) throws IOException {
        Path data = given.folders().data();
        Map<Path, String> found = new LinkedHashMap<>();
        for (Path file : FileList.below(data)) {
            if (DATABASES.contains(file.getFileName().toString())) {
                found.put(file.toAbsolutePath(), data.relativize(file).toString());
            }
        }
        serverData.ifPresent(
                folder -> found.putIfAbsent(folder.resolve("central.db").toAbsolutePath(), "server/central.db"));
        for (var each : found.entrySet()) {
            String name = "databases/" + each.getValue().replace('\\', '/') + ".json";
            add(name, () -> json.writeValueAsString(facts(each.getKey())));
        }
    }

    private static Map<String, Object> facts(Path database) {
        Map<String, Object> facts = new LinkedHashMap<>();
        DatabaseFacts told = DatabaseFacts.of(database);
        facts.put("file", database.toString());
        facts.put("schema", told.schema());
        facts.put("rows", told.rows());
        if (database.endsWith("client.db")) {
            facts.put("settings", DatabaseFacts.settings(database));
        }
        return facts;
    }

    private void logs() throws IOException {
        Path state = given.folders().state();
        List<Path> logs = new ArrayList<>();
        try {
            logs.addAll(LogFiles.in(state));
        } catch (IOException unreadable) {
            missing.add(state + ": " + unreadable);
        }
        // where the state folder cannot be written, logs lie elsewhere; this process's own says where
        Path other = Path.of(System.getProperty("toancanh.log.folder", state.toString()));
        if (!other.equals(state)) {
            for (String command : List.of("client", "demo", "server", "simulate")) {
                Path log = other.resolve(command + ".log");
                if (Files.isRegularFile(log)) {
                    logs.add(log);
                }
            }
        }
        Set<String> names = new HashSet<>();
        for (Path log : logs) {
            String name = log.getFileName().toString();
            if (names.add(name)) {
                add("logs/" + name, () -> LogFiles.read(log));
            }
        }
    }
}
