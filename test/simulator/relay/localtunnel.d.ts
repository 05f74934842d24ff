declare module 'localtunnel' {
  export type Client = {
    readonly url: string;
    on(event: 'error', listener: (error: Error) => void): void;
    close(): void;
  };
  const localtunnel: (options: {
    readonly host: string;
    readonly subdomain: string;
    readonly port: number;
    readonly local_host?: string;
  }) => Promise<Client>;
  export default localtunnel;
}
