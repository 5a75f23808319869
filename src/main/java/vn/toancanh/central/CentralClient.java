package vn.toancanh.central;

import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.access.OfflineRights;
import vn.toancanh.access.RightsMemory;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.SessionService;
import vn.toancanh.administration.AdministrationService;
import vn.toancanh.administration.CertificateService;
import vn.toancanh.administration.PublishingService;
import vn.toancanh.administration.TrailService;
import vn.toancanh.alarms.AlarmSource;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.CatalogueSource;
import vn.toancanh.deeds.DeedSender;
import vn.toancanh.live.StreamGrants;
import vn.toancanh.prefs.PersonalService;
import vn.toancanh.ptz.HeadService;
import vn.toancanh.shift.HandoverService;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.LayoutSource;
import vn.toancanh.wall.Timetables;
import vn.toancanh.wall.remote.CityWalls;

/**
 * The one door to a central server: its parts implement the ports of the rooms. Made and called on DESK, closed anywhere;
 * nothing blocks, and every answer comes on DESK.
 */
public final class CentralClient implements Handle {
    private final CentralOptions options;
    private final Net net;
    private final Caller caller;
    private final OkHttpClient http;
    private final OkHttpClient patient;
    private final CentralSessions sessions;
    private final CentralCatalogue catalogue;
    private final CentralGrants grants;
    private final CentralLayouts layouts;
    private final CentralTimetables timetables;
    private final CentralDeeds deeds;
    private final CentralHandovers handovers;
    private final CentralAlarms alarms;
    private final CentralWalls walls;
    private final CentralAdministration administration;
    private final CentralPublishing publishing;
    private final CentralCertificates certificates;
    private final CentralPreferences personal;
    private final CentralTrail trail;
    private final CentralHeads heads;

    /** A client that knows no server but by what an authority says. */
    public CentralClient(CentralOptions options, Lane desk, Clock clock) {
        this(options, desk, clock, new ServerPins());
    }

    /**
     * A client that knows servers by their pins, and where there is none by what an authority says.
     *
     * @param pins asked at every connection
     */
    public CentralClient(CentralOptions options, Lane desk, Clock clock, ServerPins pins) {
        this(options, desk, clock, pins, new OfflineRights(desk, clock, RightsMemory.NONE));
    }

    /**
     * A client that also says when what it may do without its server has run out.
     *
     * @param offline its owner's to close
     */
    public CentralClient(CentralOptions options, Lane desk, Clock clock, ServerPins pins, OfflineRights offline) {
        this(options, desk, clock, new CertificateCheck(pins, new SystemTrust(), clock), offline);
    }

    CentralClient(CentralOptions options, Lane desk, Clock clock, CertificateCheck check, OfflineRights offline) {
        this.options = options;
        this.net = new Net(desk);
        this.http = check.guard(new OkHttpClient.Builder())
                .connectionPool(new ConnectionPool(8, 60, TimeUnit.SECONDS))
                .connectTimeout(options.connect())
                .readTimeout(options.page())
                .writeTimeout(options.answer())
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        this.patient = http.newBuilder().readTimeout(options.silence()).build();
        JsonMapper json = JsonMapper.builder().build();
        Wire wire = new Wire(http, json);
        this.sessions = new CentralSessions(net, clock, new SignIn(wire, clock, options), options, offline);
        this.caller = new Caller(wire, sessions);
        this.catalogue = new CentralCatalogue(net, clock, caller, sessions, options);
        this.grants = new CentralGrants(net, clock, caller, sessions, options);
        this.layouts = new CentralLayouts(net, caller, sessions, options);
        this.timetables = new CentralTimetables(net, caller, sessions, options);
        this.alarms = new CentralAlarms(net, caller, sessions, options);
        this.deeds = new CentralDeeds(net, caller, sessions, options, alarms::tell);
        this.handovers = new CentralHandovers(net, caller, sessions, options);
        this.walls = new CentralWalls(net, caller, sessions, options);
        this.administration = new CentralAdministration(net, caller, sessions, options);
        this.publishing = new CentralPublishing(net, caller, sessions, options);
        this.certificates = new CentralCertificates(net, caller, sessions, options);
        this.personal = new CentralPreferences(net, caller, sessions, options);
        this.trail = new CentralTrail(net, caller, sessions, options);
        this.heads = new CentralHeads(net, caller, options);
        sessions.follow(this::follow);
    }

    public SessionService sessions() {
        return sessions;
    }

    public CatalogueSource catalogue() {
        return catalogue;
    }

    public StreamGrants grants() {
        return grants;
    }

    public LayoutLibrary layouts() {
        return layouts;
    }

    /** The same layouts, fetched whole. */
    public LayoutSource wholeLayouts() {
        return layouts;
    }

    /** Their versions and locks, and news of them. */
    public LayoutArchive layoutArchive() {
        return layouts;
    }

    /** When they are to stand on windows. */
    public Timetables timetables() {
        return timetables;
    }

    public DeedSender deeds() {
        return deeds;
    }

    public HandoverService handovers() {
        return handovers;
    }

    public AlarmSource alarms() {
        return alarms;
    }

    public CityWalls walls() {
        return walls;
    }

    public AdministrationService administration() {
        return administration;
    }

    public PublishingService publishing() {
        return publishing;
    }

    public PersonalService personal() {
        return personal;
    }

    public CertificateService certificates() {
        return certificates;
    }

    public TrailService trail() {
        return trail;
    }

    /** Heads, steered through the server; any thread. */
    public HeadService heads() {
        return heads;
    }

    private Handle follow(Login login) {
        Handle steering = heads.follow(login);
        Handle news = news(login);
        return () -> {
            steering.close();
            news.close();
        };
    }

    private Handle news(Login login) {
        if (!login.offers("events")) {
            return net.desk().every(options.poll(), this::tellAfresh);
        }
        EventStream stream = new EventStream(net, patient, caller, login, options, (name, data) -> {
            switch (name) {
                // After every new beginning too: what changed while nobody listened is told by nobody else.
                case "hello", "reset" -> net.desk().execute(this::tellAfresh);
                case "catalogue.changed" -> net.desk().execute(catalogue::tellNews);
                case "alarm.changed" -> alarms.tell(data);
                case "layout.changed", "layout.deleted" -> {
                    layouts.tell(data);
                    // Whoever sees another layout sees its shifts.
                    net.desk().execute(timetables::tellNews);
                }
                case "layout.shifts" -> net.desk().execute(timetables::tellNews);
                case "lock.changed" -> heads.tell(data);
                case "presets.changed" -> heads.places().tell(data);
                case String of when of.startsWith("wall.") -> walls.tell(of, data);
                default -> {
                    // Of a newer server, or of a room that does not listen yet.
                }
            }
        });
        Handle answers = sessions.onChange(state -> {
            if (state.connection().isOnline()) {
                stream.isThere();
            }
        });
        stream.start();
        return () -> {
            answers.close();
            stream.close();
        };
    }

    private void tellAfresh() {
        catalogue.tellNews();
        alarms.tellAfresh();
        layouts.tellAfresh();
        timetables.tellNews();
        walls.tellAfresh();
        heads.tellAfresh();
    }

    /**
     * Asks and follows nothing any more; nothing that was asked holds the process up. A session that nobody signed out of stands
     * at the server, with what it granted, until its end. Connections that are idle are let go, for a server that ends meanwhile
     * would wait for them.
     */
    @Override
    public void close() {
        net.desk().execute(() -> {
            sessions.release();
            http.connectionPool().evictAll();
        });
    }
}
