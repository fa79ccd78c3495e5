package io.kbaudit.audit.match;

import static io.kbaudit.audit.match.NameLikeness.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {
  private static NameLikeness likeness(String stated, String name) {
    return NameLikeness.of(Words.of(stated), Words.of(name), Set.of());
  }

  @ParameterizedTest(name = "''{0}'' names {1}: {2}")
  @CsvSource({
    // Nothing but the name, however it is written.
    "DNS Client, DNSClient, SAME",
    "Managed Email2007 Web Services, Managed Email 2007 Web Services, SAME",
    "Hosted E-mail 2007 NS, Hostedemail2007ns, SAME",
    // With what tells nothing: vendor, version, platform, the word setup.
    "Microsoft DNS Client 4.0, Dnsclient, WHOLE",
    "DNS Client (x64) Setup, DNSClient, WHOLE",
    "Microsoft Client (x64), clientx64, WHOLE",
    "Microsoft Client, client_x86, NONE",
    "Shared OAB Utilities, SharedOABUtility, NONE",
    "Windows SharePoint Services Web Services, WindowsSharePointServicesWebService, WHOLE",
    // By first letters, and by some letters of one word.
    "Managed SharePoint 2007 Web Services, Managedsharepoint2007ws, ABBREVIATED",
    "Managed SharePoint 2007 Namespace, ManagedSharePoint2007NS, ABBREVIATED",
    "Microsoft Managed SharePoint 2007 Web Services 4.0, ManagedSharePoint2007WS, ABBREVIATED",
    "Exchange 2007 OAB RM Web Services, Exchange 2007 OAB Resource Manager WS, NONE",
    "Hosted Email 2007 WS, Hosted Email 2007 Web Services, ABBREVIATED",
    "Managed Really Big Data Access, ManagedRBDA, ABBREVIATED",
    "Managed Really Big Data Access Layer, ManagedRBDAL, NONE",
    "Managed Data, ManagedD, NONE",
    // Among other words.
    "Contoso Web Service Provider, WebServicesProvider, CONTAINED",
    "Contoso Web Services Provider, WebServiceProvider, CONTAINED",
    "Contoso Apps Gateway, AppGateway, CONTAINED",
    "Contoso DNS Gateway, DNGateway, NONE",
    "Managed Helpers for HMC, ManagedHelpers, CONTAINED",
    "Contoso Managed Helpers, ManagedHelpers, CONTAINED",
    // Not there, or with other words inside.
    "Exchange 2007 OAB Resource Manager Web Services, Exchange2007ResourceManagerWS, NONE",
    "Exchange 2007 Mobility Provider, Exchange 2007 Provider, NONE",
    "Managed SharePoint 2007 Namespace, ManagedSharePoint2007WS, NONE",
    "Managed SharePoint 2007 Web Services, ManagedSharePoint2007NS, NONE",
    "Exchange 2007 Resource Manager Web Services, Exchange2007OABResourceManagerWS, NONE",
    "Exchange 2010 Provider, Exchange2007Provider, NONE",
    "Exchange, Exchange2007Provider, NONE",
    "Default Company Name, DNSClient, NONE",
    "Web Services, WS, NONE",
  })
  void tellsHowWellANameFits(String stated, String name, NameLikeness expected) {
    assertThat(likeness(stated, name)).isEqualTo(expected);
  }

  @Test
  void passesOverWordsThatAllPackagesHere() {
    NameLikeness likeness =
        NameLikeness.of(
            Words.of("DNS Client for Contoso"), Words.of("DNSClient"), Set.of("for", "contoso"));

    assertThat(likeness).isEqualTo(NameLikeness.WHOLE);
  }

  @Test
  void isNoneOfNamesTooShortToTell() {
    assertThat(likeness("A", "A")).isEqualTo(NONE);
    assertThat(likeness("7z", "7z")).isEqualTo(NONE);
  }

  @Test
  void endsOnNamesThatRepeatThemselves() {
    String repeated = "a".repeat(120) + " ";

    assertThat(likeness("a a ".repeat(60), repeated + "b")).isEqualTo(NONE);
  }
}
