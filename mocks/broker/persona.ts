/** What the broker needs to know of a test person; the personas of the mocks are a superset. */
export interface BrokerPersona {
  readonly id: string;
  readonly label: { readonly da: string; readonly en: string };
  readonly description?: { readonly da: string; readonly en: string };
  readonly providers: readonly string[];
  readonly claims: {
    readonly name?: string;
    /** `YYYY-MM-DD`. */
    readonly birthDate?: string;
    /** Ten digits, a replacement number (day + 60); from WAYF also a constructed one with letters. */
    readonly cpr?: string;
    readonly municipality?: { readonly code: string; readonly name: string };
    readonly addressProtected?: boolean;
    readonly email?: string;
    readonly affiliation?: string;
    readonly organization?: string;
    readonly homeOrganization?: string;
  };
}
