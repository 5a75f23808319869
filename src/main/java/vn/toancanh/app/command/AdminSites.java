package vn.toancanh.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.Surroundings;
import vn.toancanh.central.Administration;

/** {@code ./wall admin sites …}. */
final class AdminSites {
    private AdminSites() {}

    @Command(name = "list", description = "${bundle:admin.sitesList}")
    static final class ListAll extends AdminTask {
        ListAll(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            for (Administration.Site site : server.sites()) {
                print(List.of(site.id(), site.parentId() == null ? "" : site.parentId(), site.name()));
            }
        }
    }

    @Command(name = "add", description = "${bundle:admin.sitesAdd}")
    static final class Add extends AdminTask {
        @Parameters(paramLabel = "NAME", descriptionKey = "admin.siteName")
        private String name = "";

        @Option(names = "--parent", paramLabel = "SITE", descriptionKey = "admin.parent")
        private @Nullable String parent;

        @Option(names = "--id", paramLabel = "ID", descriptionKey = "admin.siteId")
        private String id = "";

        Add(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            if (parent != null) {
                site(server, parent);
            }
            print(server.addSite(new Administration.Site(id, parent, name)));
        }
    }

    @Command(name = "change", description = "${bundle:admin.sitesChange}")
    static final class Change extends AdminTask {
        @Parameters(paramLabel = "SITE", descriptionKey = "admin.site")
        private String id = "";

        @Option(names = "--name", paramLabel = "TEXT", descriptionKey = "admin.siteName")
        private @Nullable String name;

        @Option(names = "--parent", paramLabel = "SITE", descriptionKey = "admin.parent")
        private @Nullable String parent;

        Change(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            Administration.Site site = site(server, id);
            server.changeSite(new Administration.Site(
                    id,
                    parent == null ? site.parentId() : site(server, parent).id(),
                    name == null ? site.name() : name));
            print(given.texts().get("admin.changed", id));
        }
    }

    @Command(name = "remove", description = "${bundle:admin.sitesRemove}")
    static final class Remove extends AdminTask {
        @Parameters(paramLabel = "SITE", descriptionKey = "admin.site")
        private String id = "";

        Remove(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            server.removeSite(site(server, id));
            print(given.texts().get("admin.removed", id));
        }
    }
}
